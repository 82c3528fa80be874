package workshop.cancellation;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;

import workshop.plumbing.launch.Work;
import workshop.testkit.wait.Uninterrupted;

/**
 * The parts of a request, for a test that has something happen while they are started one after the other.
 */
class Works extends AbstractList<Work> {
    private final List<Work> parts;

    Works(Work... parts) {
        this.parts = List.of(parts);
    }

    /** Happens before a part is handed out. */
    void before(int index) {
    }

    /** Happens when all have been handed out. */
    void atEnd() throws InterruptedException {
    }

    @Override
    public Work get(int index) {
        before(index);
        return parts.get(index);
    }

    @Override
    public int size() {
        return parts.size();
    }

    @Override
    public Iterator<Work> iterator() {
        var each = super.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                if (!each.hasNext()) {
                    Uninterrupted.await(() -> {
                        atEnd();
                        return true;
                    });
                }
                return each.hasNext();
            }

            @Override
            public Work next() {
                return each.next();
            }
        };
    }
}
