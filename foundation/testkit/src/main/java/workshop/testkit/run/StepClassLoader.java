package workshop.testkit.run;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

import org.apache.commons.io.FileUtils;
import org.apache.commons.io.function.Uncheck;

/**
 * Loads a step's classes and tests before those of the same name on the class path: starters, solutions and wrong
 * answers have the same class names.
 */
final class StepClassLoader extends URLClassLoader {
    private static final String OWN = "workshop.";

    StepClassLoader(List<Path> classFolders) {
        super(urls(classFolders), StepClassLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (name.startsWith(OWN) && findLoadedClass(name) == null) {
                try {
                    return findClass(name);
                } catch (ClassNotFoundException e) {
                    // not of this step: the class path has it
                }
            }
            return super.loadClass(name, resolve);
        }
    }

    private static URL[] urls(List<Path> classFolders) {
        return Uncheck.get(() -> FileUtils.toURLs(classFolders.stream().map(Path::toFile).toArray(File[]::new)));
    }
}
