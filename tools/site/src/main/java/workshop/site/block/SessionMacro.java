package workshop.site.block;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import workshop.site.Problems;
import workshop.site.code.Html;
import workshop.site.plan.Tree;
import workshop.site.session.Interaction;
import workshop.site.session.Session;
import workshop.site.session.SessionPart;
import workshop.site.session.Shell;

/**
 * {@code session::NAME[tag=PART]}: a part of a terminal session, as it is typed on each system.
 */
final class SessionMacro extends CourseMacro {
    private final Tree tree;

    SessionMacro(Tree tree, Problems problems) {
        super("session", problems);
        this.tree = tree;
    }

    @Override
    String html(String target, Map<String, Object> attributes) {
        var html = new StringBuilder("<div class=\"session\">");
        for (List<Interaction> run : runs(part(target, attributes))) {
            html.append(terminal(run));
        }
        return html.append("</div>").toString();
    }

    @Override
    List<String> asciidoc(String target, Map<String, Object> attributes) {
        var lines = new ArrayList<String>();
        for (List<Interaction> run : runs(part(target, attributes))) {
            lines.addAll(List.of("", "[listing]", "----"));
            for (Interaction interaction : run) {
                if (!interaction.command().isEmpty()) {
                    lines.add(interaction.isInterrupt() ? interaction.command() : Shell.UNIX.prompt() + interaction.command());
                }
                lines.addAll(interaction.output());
            }
            lines.addAll(List.of("----", ""));
        }
        return lines;
    }

    private SessionPart part(String target, Map<String, Object> attributes) {
        return Session.read(tree.sessions().resolve(target + ".session")).part(attribute(attributes, "tag"));
    }

    /** What happens in one terminal before another one has its turn. */
    private static List<List<Interaction>> runs(SessionPart part) {
        var runs = new ArrayList<List<Interaction>>();
        for (Interaction interaction : part.interactions()) {
            if (runs.isEmpty() || !runs.getLast().getFirst().terminal().equals(interaction.terminal())) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(interaction);
        }
        return runs;
    }

    private static String terminal(List<Interaction> run) {
        var forms = new EnumMap<Shell, String>(Shell.class);
        for (Shell shell : Shell.values()) {
            forms.put(shell, lines(run, shell));
        }
        String name = run.getFirst().terminal();
        String label = name.equals("main") ? "Terminal" : "Terminal “" + Html.escape(name) + "”";
        boolean same = run.stream().allMatch(interaction -> Shell.POWERSHELL.form(interaction.command()).equals(interaction.command()));
        if (same) {
            return screen(label, "", forms.get(Shell.UNIX));
        }
        var tabs = new StringBuilder("<div class=\"tabs\" data-tabs=\"shell\" data-label=\"Your system\">");
        for (Shell shell : Shell.values()) {
            tabs.append("<div class=\"tab\" data-tab=\"%s\" data-title=\"%s\">%s</div>".formatted(
                    shell.name().toLowerCase(), shell.title(), screen(label, shell.title(), forms.get(shell))));
        }
        return tabs.append("</div>").toString();
    }

    private static String screen(String label, String system, String lines) {
        String where = system.isEmpty() ? "" : " <span class=\"tab-title\">" + system + "</span>";
        return "<figure class=\"terminal\"><figcaption>%s%s</figcaption><pre><code>%s</code></pre></figure>"
                .formatted(label, where, lines);
    }

    private static String lines(List<Interaction> run, Shell shell) {
        var lines = new ArrayList<String>();
        for (Interaction interaction : run) {
            if (interaction.isInterrupt()) {
                lines.add("<span class=\"key\">Ctrl-C</span>");
            } else if (interaction.isCommand()) {
                lines.add("<span class=\"prompt\">%s</span><span class=\"command\">%s</span>".formatted(
                        Html.escape(shell.prompt()), Html.escape(shell.form(interaction.command()))));
            }
            interaction.output().forEach(line -> lines.add(line.equals(Session.ANYTHING)
                    ? "<span class=\"output anything\">…</span>"
                    : "<span class=\"output\">%s</span>".formatted(Html.escape(line))));
        }
        return String.join("\n", lines);
    }
}
