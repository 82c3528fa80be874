package workshop.site.block;

import java.util.List;
import java.util.Map;

import workshop.site.Problems;
import workshop.site.plan.Tree;

/**
 * {@code checkpoint::step-NN[]}: where a learner enters the token that a green step prints. The page has only its hash.
 */
final class CheckpointMacro extends CourseMacro {
    private final Tree tree;

    CheckpointMacro(Tree tree, Problems problems) {
        super("checkpoint", problems);
        this.tree = tree;
    }

    @Override
    String html(String step, Map<String, Object> attributes) {
        String hash = tree.step(step).token().hash();
        return """
                <form class="checkpoint" data-step="%1$s" data-hash="%2$s">
                <p class="checkpoint-title">Checkpoint</p>
                <p class="needs-script">With JavaScript, this page can keep your progress. Everything else works without.</p>
                <div class="script-only"><label for="token-%1$s">The token that your green tests print</label>
                <div class="row"><input id="token-%1$s" name="token" autocomplete="off" autocapitalize="none" spellcheck="false" placeholder="xxxx-xxxx">
                <button type="submit">Check</button></div></div>
                <p class="verdict" role="status"></p>
                </form>""".formatted(step, hash);
    }

    @Override
    List<String> asciidoc(String step, Map<String, Object> attributes) {
        return List.of();
    }
}
