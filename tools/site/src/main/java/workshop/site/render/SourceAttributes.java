package workshop.site.render;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import workshop.model.Step;
import workshop.site.plan.Project;
import workshop.site.plan.Tree;

/**
 * The attributes that each chapter can use: places to include from, and versions.
 */
public final class SourceAttributes {
    private SourceAttributes() {
    }

    /**
     * @param tree    where things are
     * @param project what is said of the workshop
     * @return the attributes by name
     */
    public static Map<String, Object> of(Tree tree, Project project) {
        var attributes = new TreeMap<String, Object>();
        attributes.put("root", path(tree.root()));
        attributes.put("sessions", path(tree.sessions()));
        attributes.put("results", path(tree.results()));
        attributes.put("imagesdir", path(tree.images()));
        attributes.put("idprefix", "");
        attributes.put("idseparator", "-");
        attributes.put("source-indent", "0");
        for (Step step : tree.steps()) {
            attributes.put(step.id(), path(step.starter()));
            attributes.put(step.id().replace("step", "solution"), path(step.solution()));
        }
        project.versions().forEach((name, version) -> attributes.put("version-" + name.replace('.', '-'), version));
        return attributes;
    }

    private static String path(Path path) {
        return path.toString().replace('\\', '/');
    }
}
