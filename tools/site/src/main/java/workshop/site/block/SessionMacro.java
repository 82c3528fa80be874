package workshop.site.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.nodes.Entities;

import workshop.site.course.Tree;
import workshop.site.session.Interaction;
import workshop.site.session.Session;
import workshop.site.session.Shell;

/**
 * {@code session::NAME[tag=PART]}: a part of a terminal session, as it is typed on each system.
 */
record SessionMacro(Tree tree) implements Macro {
    @Override
    public String html(String name, Map<String, Object> attributes) {
        return runs(name, attributes).stream().map(SessionMacro::terminal)
                .collect(Collectors.joining("", "<div class=\"session\">", "</div>"));
    }

    @Override
    public List<String> asciidoc(String name, Map<String, Object> attributes) {
        var lines = new ArrayList<String>();
        for (List<Interaction> run : runs(name, attributes)) {
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

    /** What happens in one terminal before another one has its turn. */
    private List<List<Interaction>> runs(String name, Map<String, Object> attributes) {
        var session = Session.read(tree.docs("sessions").resolve(name + ".session"));
        var runs = new ArrayList<List<Interaction>>();
        for (Interaction interaction : session.part(Macro.attribute(attributes, "tag")).interactions()) {
            if (runs.isEmpty() || !runs.getLast().getFirst().terminal().equals(interaction.terminal())) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(interaction);
        }
        return runs;
    }

    private static String terminal(List<Interaction> run) {
        String name = run.getFirst().terminal();
        String label = name.equals(Session.MAIN) ? "Terminal" : "Terminal “" + Entities.escape(name) + "”";
        if (run.stream().allMatch(interaction -> Shell.POWERSHELL.form(interaction.command()).equals(interaction.command()))) {
            return screen(label, lines(run, Shell.UNIX));
        }
        return Arrays.stream(Shell.values())
                .map(shell -> "<div class=\"tab\" data-tab=\"%s\" data-title=\"%s\">%s</div>".formatted(
                        shell.name().toLowerCase(), shell.title(),
                        screen("%s <span class=\"tab-title\">%s</span>".formatted(label, shell.title()), lines(run, shell))))
                .collect(Collectors.joining("", "<div class=\"tabs\" data-tabs=\"shell\" data-label=\"Your system\">", "</div>"));
    }

    private static String screen(String caption, String lines) {
        return "<figure class=\"terminal\"><figcaption>%s</figcaption><pre><code>%s</code></pre></figure>".formatted(caption, lines);
    }

    private static String lines(List<Interaction> run, Shell shell) {
        var lines = new ArrayList<String>();
        for (Interaction interaction : run) {
            if (interaction.isInterrupt()) {
                lines.add("<span class=\"key\">Ctrl-C</span>");
            } else if (interaction.isCommand()) {
                lines.add("<span class=\"prompt\">%s</span><span class=\"command\">%s</span>".formatted(
                        Entities.escape(shell.prompt()), Entities.escape(shell.form(interaction.command()))));
            }
            interaction.output().forEach(line -> lines.add(line.equals(Session.ANYTHING)
                    ? "<span class=\"output anything\">…</span>"
                    : "<span class=\"output\">%s</span>".formatted(Entities.escape(line))));
        }
        return String.join("\n", lines);
    }
}
