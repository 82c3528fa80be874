package workshop.testkit.interleaving;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The call of a method of a class from a {@link SteppingLoader}.
 */
public final class Call {
    private final Method method;
    private final Object[] arguments;

    private Call(Method method, Object... arguments) {
        this.method = method;
        this.arguments = arguments;
        method.setAccessible(true);
    }

    /** That of the method with a name, and as many parameters as there are arguments. */
    public static Call of(Class<?> stepping, String name, Object... arguments) {
        return Stream.of(stepping.getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments.length)
                .map(method -> new Call(method, arguments))
                .findFirst().orElseThrow(() -> new AssertionError("There is no method %s any more in %s".formatted(name, stepping.getName())));
    }

    /** Calls it, on the thread that this is called on. */
    public Object on(Object object) throws Exception {
        try {
            return method.invoke(object, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }

    SteppedCall stepped(Object object, List<String> steps) {
        return new SteppedCall(this, object, steps);
    }

    @Override
    public String toString() {
        return method.getName() + Stream.of(arguments).map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
}
