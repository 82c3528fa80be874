package workshop.site.block;

import java.util.Map;

import workshop.site.course.Tree;

/**
 * {@code checkpoint::step-NN[]}: where a learner enters the token that a green step prints. The page has only its hash.
 */
record CheckpointMacro(Tree tree) implements Macro {
    @Override
    public String html(String step, Map<String, Object> attributes) {
        return """
                <form class="checkpoint" data-step="%1$s" data-hash="%2$s">
                <p class="checkpoint-title">Checkpoint</p>
                <p class="needs-script">With JavaScript, this page can keep your progress. Everything else works without.</p>
                <div class="script-only"><label for="token-%1$s">The token that your green tests print</label>
                <div class="row"><input id="token-%1$s" name="token" autocomplete="off" autocapitalize="none" spellcheck="false" placeholder="xxxx-xxxx">
                <button type="submit">Check</button></div></div>
                <p class="verdict" role="status"></p>
                </form>""".formatted(step, tree.step(step).token().hash());
    }
}
