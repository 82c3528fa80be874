package workshop.plumbing.connection;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

import io.helidon.common.buffers.DataReader;
import io.helidon.webserver.ConnectionContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A connection's context with a reader and an executor of our own")
class HookedContextTest {
    private static final List<String> OWN = List.of("dataReader", "executor");

    @Test
    @DisplayName("says what Helidon's own says of everything else, also of what a later Helidon asks")
    void forwards() throws ReflectiveOperationException {
        List<Method> questions = Arrays.stream(ConnectionContext.class.getMethods())
                .filter(method -> method.getParameterCount() == 0 && !OWN.contains(method.getName())).toList();
        Map<String, Object> answers = questions.stream().collect(Collectors.toMap(Method::getName, HookedContextTest::anyAnswer));
        var helidons = TestDouble.of(ConnectionContext.class, answers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, answer -> answer::getValue)));
        var reader = DataReader.create(() -> null);
        var executor = TestDouble.of(ExecutorService.class, Map.of());
        var hooked = new HookedContext(helidons, reader, () -> executor);

        for (Method question : questions) {
            assertThat(question.invoke(hooked) == answers.get(question.getName()))
                    .as("Whether %s() is Helidon's own", question.getName()).isTrue();
        }
        assertThat(hooked.dataReader()).isSameAs(reader);
        assertThat(hooked.executor() == executor).as("Whether the executor is ours").isTrue();
    }

    private static Object anyAnswer(Method question) {
        Class<?> type = question.getReturnType();
        if (type == boolean.class) {
            return true;
        }
        if (type == String.class) {
            return question.getName();
        }
        return type == Optional.class ? Optional.of("any") : TestDouble.of(type, Map.of());
    }
}
