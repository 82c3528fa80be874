package workshop.companion.build;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

import org.apache.commons.io.file.FilesUncheck;
import org.apache.commons.io.function.Uncheck;

/**
 * All of some classes but the code of their methods: what others are compiled against.
 */
final class Signatures {
    private static final ClassFile WITHOUT_CONSTANTS_OF_CODE = ClassFile.of(ConstantPoolSharingOption.NEW_POOL);
    private static final ClassTransform WITHOUT_CODE =
            ClassTransform.transformingMethods(MethodTransform.dropping(CodeModel.class::isInstance));

    private Signatures() {
    }

    /** Adds those of the classes in a folder. */
    static void add(MessageDigest digest, Path folder) {
        try (var files = FilesUncheck.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".class")).sorted().forEach(file -> {
                byte[] whole = Uncheck.get(() -> Files.readAllBytes(file));
                digest.update(WITHOUT_CONSTANTS_OF_CODE.transformClass(WITHOUT_CONSTANTS_OF_CODE.parse(whole), WITHOUT_CODE));
            });
        }
    }
}
