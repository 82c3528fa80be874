package workshop.plumbing.launch;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Settings as a message may show them: what opens a key store or names a password is left out.
 */
final class Secrets {
    private static final Pattern SECRET = Pattern.compile("(?i)pass|secret|credential|token");
    private static final String HIDDEN = "…";

    private final Map<String, String> settings;

    Secrets(Map<String, String> settings) {
        this.settings = settings;
    }

    /** The settings, each secret hidden. */
    Map<String, String> hidden() {
        var shown = new TreeMap<>(settings);
        shown.replaceAll((key, value) -> isSecret(key) ? HIDDEN : value);
        return shown;
    }

    /** A text in which somebody else may have put a secret. */
    String hiddenIn(String text) {
        String shown = text;
        for (var setting : settings.entrySet()) {
            if (isSecret(setting.getKey()) && !setting.getValue().isEmpty()) {
                shown = shown.replace(setting.getValue(), HIDDEN);
            }
        }
        return shown;
    }

    private static boolean isSecret(String key) {
        return SECRET.matcher(key).find();
    }
}
