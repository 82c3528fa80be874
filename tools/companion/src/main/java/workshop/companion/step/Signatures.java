package workshop.companion.step;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * What other classes can know of some classes when they are compiled: all but what is private, and the code. As long as
 * that stays the same, what was compiled against them stays right (Java Language Specification, chapter 13).
 *
 * @param lines a line for each class, field and method
 */
record Signatures(Set<String> lines) {
    /** Those of all classes in a folder. */
    static Signatures of(Path folder) throws IOException {
        var signatures = new Signatures(new TreeSet<>());
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                signatures.add(ClassFile.of().parse(file));
            }
        }
        return signatures;
    }

    private void add(ClassModel type) {
        String name = type.thisClass().asInternalName();
        lines.add("%s %d %s %s %s %s".formatted(name, type.flags().flagsMask(), type.superclass(), type.interfaces(),
                                                type.findAttribute(Attributes.signature()).map(any -> any.signature().stringValue()),
                                                type.findAttribute(Attributes.permittedSubclasses())
                                                        .map(any -> any.permittedSubclasses())));
        type.fields().stream().filter(field -> !field.flags().has(AccessFlag.PRIVATE)).forEach(field -> add(name, field));
        type.methods().stream().filter(method -> !method.flags().has(AccessFlag.PRIVATE)).forEach(method -> add(name, method));
    }

    private void add(String type, FieldModel field) {
        lines.add("%s.%s %s %d %s %s".formatted(type, field.fieldName().stringValue(), field.fieldType().stringValue(),
                                                field.flags().flagsMask(),
                                                field.findAttribute(Attributes.signature()).map(any -> any.signature().stringValue()),
                                                field.findAttribute(Attributes.constantValue())
                                                        .map(any -> any.constant().constantValue())));
    }

    private void add(String type, MethodModel method) {
        lines.add("%s.%s%s %d %s %s".formatted(type, method.methodName().stringValue(), method.methodType().stringValue(),
                                               method.flags().flagsMask(),
                                               method.findAttribute(Attributes.signature()).map(any -> any.signature().stringValue()),
                                               method.findAttribute(Attributes.exceptions()).map(any -> any.exceptions())));
    }
}
