package workshop.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import workshop.model.Step;

/**
 * {@code equivalent-mutants.yaml} beside a solution: the changes that no test can see, since the changed code does the same, each
 * with the reason. A step without any has no such file.
 */
record EquivalentMutants(List<Map<String, String>> entries) {
    /** The name of the file. */
    static final String FILE = "equivalent-mutants.yaml";

    static EquivalentMutants of(Step step) throws IOException {
        Path file = step.solution().resolve(FILE);
        if (!Files.exists(file)) {
            return new EquivalentMutants(List.of());
        }
        try (var reader = Files.newBufferedReader(file)) {
            List<Map<String, String>> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            entries.forEach(entry -> {
                if (!entry.keySet().equals(Set.of("line", "change", "why"))) {
                    throw new AssertionError("%s: each entry has a 'line', a 'change' and a 'why', unlike %s".formatted(file, entry));
                }
            });
            return new EquivalentMutants(entries);
        }
    }

    boolean has(Mutant mutant) {
        return entries.stream().anyMatch(entry -> isAbout(mutant, entry));
    }

    /** The entries that are about none of these changes. */
    List<Map<String, String>> outdated(List<Mutant> mutants) {
        return entries.stream().filter(entry -> mutants.stream().noneMatch(mutant -> isAbout(mutant, entry))).toList();
    }

    private static boolean isAbout(Mutant mutant, Map<String, String> entry) {
        return entry.get("line").equals(mutant.line()) && entry.get("change").equals(mutant.change());
    }
}
