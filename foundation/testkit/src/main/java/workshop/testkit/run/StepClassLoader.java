package workshop.testkit.run;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

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
        var urls = new URL[classFolders.size()];
        for (int i = 0; i < urls.length; i++) {
            try {
                urls[i] = classFolders.get(i).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(classFolders.get(i) + " is no folder of classes", e);
            }
        }
        return urls;
    }
}
