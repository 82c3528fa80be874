package workshop.testkit.interleaving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Loads a class, and those of its package that it uses, once more: this one calls {@link SteppedThread#step} before each look at a
 * variable, each write, each call of a method and each {@code synchronized} block, and has a weak compare-and-set fail once for no reason.
 * On a {@link SteppedThread}, a wait with a limit is over at once.
 */
public final class SteppingLoader extends ClassLoader {
    private static final ClassDesc HOOK = SteppedThread.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc HOOK_TYPE =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String, ConstantDescs.CD_int);
    private static final Set<String> WAITS = Set.of("join", "await", "awaitTermination");
    private static final Set<List<ClassDesc>> LIMITS = Set.of(List.of(Duration.class.describeConstable().orElseThrow()),
            List.of(ConstantDescs.CD_long), List.of(ConstantDescs.CD_long, TimeUnit.class.describeConstable().orElseThrow()));

    private final Class<?> original;

    /**
     * Loads a class.
     *
     * @param original the class as it is
     */
    public SteppingLoader(Class<?> original) {
        super(original.getClassLoader());
        this.original = original;
    }

    /** The same class, stepping. */
    public Class<?> load() {
        return load(original);
    }

    /** Another class of its package, stepping. */
    public Class<?> load(Class<?> other) {
        try {
            return loadClass(other.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e); // it is there: it has been loaded already
        }
    }

    /** The methods that a class calls, each as {@code java/lang/System.nanoTime}. */
    public static Set<String> calls(Class<?> plain) {
        return StreamSupport.stream(ClassFile.of().parse(bytes(plain)).constantPool().spliterator(), false)
                .filter(MemberRefEntry.class::isInstance)
                .map(MemberRefEntry.class::cast)
                .map(member -> member.owner().asInternalName() + "." + member.name().stringValue())
                .collect(Collectors.toSet());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null || !name.startsWith(original.getPackageName() + ".")) {
                return loaded == null ? super.loadClass(name, resolve) : loaded;
            }
            byte[] stepping = stepping(bytes(getParent().loadClass(name)));
            return defineClass(name, stepping, 0, stepping.length);
        }
    }

    /** The class file, from where the class is from: a resource of its name may be that of another answer to this step. */
    private static byte[] bytes(Class<?> plain) {
        URL[] location = {plain.getProtectionDomain().getCodeSource().getLocation()};
        try (var source = new URLClassLoader(location, null); var in = source.getResourceAsStream(plain.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] stepping(byte[] bytes) {
        var classFile = ClassFile.of(ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(this).orElse(ClassHierarchyResolver.defaultResolver())));
        ClassModel model = classFile.parse(bytes);
        Set<String> constants = model.fields().stream()
                .filter(field -> field.flags().has(AccessFlag.FINAL))
                .map(field -> field.fieldName().stringValue())
                .collect(Collectors.toSet());
        return classFile.transformClass(model, ClassTransform.transformingMethodBodies(
                method -> !method.methodName().stringValue().startsWith("<"), CodeTransform.ofStateful(() -> new Steps(constants))));
    }

    /** Puts a call of the hook before each instruction that others can get in before. */
    private static final class Steps implements CodeTransform {
        private final Set<String> constants;
        private int line;

        Steps(Set<String> constants) {
            this.constants = constants;
        }

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            if (element instanceof LineNumber number) {
                line = number.line();
            }
            what(element).ifPresent(what -> builder.loadConstant(what).loadConstant(line).invokestatic(HOOK, "step", HOOK_TYPE));
            if (element instanceof InvokeInstruction call && call.name().stringValue().startsWith("weakCompareAndSet")) {
                unless("failsForNoReason", builder, call);
            } else if (element instanceof InvokeInstruction call && isWaitWithLimit(call)) {
                unless("isStepping", builder, call);
            } else {
                builder.with(element);
            }
        }

        /** One that tells whether what it waits for has come, or tells nothing. */
        private static boolean isWaitWithLimit(InvokeInstruction call) {
            return WAITS.contains(call.name().stringValue()) && LIMITS.contains(call.typeSymbol().parameterList());
        }

        private static void unless(String hook, CodeBuilder builder, InvokeInstruction call) {
            builder.invokestatic(HOOK, hook, MethodTypeDesc.of(ConstantDescs.CD_boolean))
                    .ifThenElse(not -> doesNothing(not, call), does -> does.with(call));
        }

        /** Takes what a call would have taken, and returns {@code false}, or nothing. */
        private static void doesNothing(CodeBuilder builder, InvokeInstruction call) {
            for (ClassDesc parameter : call.typeSymbol().parameterList().reversed()) {
                if (TypeKind.from(parameter).slotSize() == 2) {
                    builder.pop2();
                } else {
                    builder.pop();
                }
            }
            builder.pop(); // the object whose method it is
            if (call.typeSymbol().returnType().equals(ConstantDescs.CD_boolean)) {
                builder.iconst_0();
            }
        }

        private Optional<String> what(CodeElement element) {
            return switch (element) {
                case FieldInstruction field when isConstant(field) -> Optional.empty();
                case FieldInstruction field -> Optional.of((isWrite(field) ? "writes " : "reads ") + field.name().stringValue());
                case InvokeInstruction call -> Optional.of("calls " + call.name().stringValue() + "()");
                case MonitorInstruction monitor when monitor.opcode() == Opcode.MONITORENTER -> Optional.of("takes a lock");
                default -> Optional.empty();
            };
        }

        /** Nobody writes it any more: it is final, or the constant of an enum. */
        private boolean isConstant(FieldInstruction field) {
            return constants.contains(field.name().stringValue())
                    || field.opcode() == Opcode.GETSTATIC && field.typeSymbol().equals(field.owner().asSymbol());
        }

        private static boolean isWrite(FieldInstruction field) {
            return field.opcode() == Opcode.PUTFIELD || field.opcode() == Opcode.PUTSTATIC;
        }
    }
}
