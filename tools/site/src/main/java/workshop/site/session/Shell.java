package workshop.site.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a learner types commands.
 */
public enum Shell {
    /** A shell of Linux or macOS: what the sessions are written and run in. */
    UNIX("Linux, macOS", "$ "),
    /** PowerShell on Windows. */
    POWERSHELL("Windows (PowerShell)", "> ");

    private static final Pattern TEMPORARY = Pattern.compile("(?<=\\s)/tmp(/\\S*)");

    private final String title;
    private final String prompt;

    Shell(String title, String prompt) {
        this.title = title;
        this.prompt = prompt;
    }

    /** {@return its name for a reader} */
    public String title() {
        return title;
    }

    /** {@return what stands before a command} */
    public String prompt() {
        return prompt;
    }

    /** {@return a command of a session as it is typed here} */
    public String form(String command) {
        if (this == UNIX) {
            return command;
        }
        String typed = command
                .replaceAll("(?<=^|[\\s;|&(])\\./workshop(?=\\s|$)", ".\\\\workshop.cmd")
                .replaceAll("(?<=^|[\\s;|&(])\\.\\./mvnw(?=\\s|$)", "..\\\\mvnw.cmd")
                .replaceAll("(?<=^|[\\s;|&(])\\./mvnw(?=\\s|$)", ".\\\\mvnw.cmd")
                .replaceAll("(?<=^|[;|&(]|[;|&(] )curl(?=\\s|$)", "curl.exe")
                .replaceAll("(?<=^|[;|&(]|[;|&(] )rm -f(?=\\s)", "Remove-Item -ErrorAction Ignore");
        return TEMPORARY.matcher(typed)
                .replaceAll(path -> Matcher.quoteReplacement("$env:TEMP" + path.group(1).replace('/', '\\')));
    }
}
