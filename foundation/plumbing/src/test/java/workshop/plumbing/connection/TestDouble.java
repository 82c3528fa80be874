package workshop.plumbing.connection;

import java.lang.reflect.Proxy;
import java.util.Map;

/**
 * One of an interface that has only some methods.
 */
final class TestDouble {
    private TestDouble() {
    }

    interface Answer {
        Object give() throws Throwable;
    }

    /** Makes one that answers those methods whose names are given. */
    static <T> T of(Class<T> type, Map<String, Answer> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                                                (_, method, _) -> answers.get(method.getName()).give()));
    }
}
