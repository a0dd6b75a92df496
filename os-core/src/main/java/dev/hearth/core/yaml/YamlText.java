package dev.hearth.core.yaml;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes values as YAML that {@link YamlDocument} reads back as the same. */
public final class YamlText {
    private static final int WIDTH = 120;
    private static final int INDENTATION = 2;

    private YamlText() {}

    /** {@return the document whose top is this map of texts, numbers, booleans, lists and maps} */
    public static String of(Map<String, ?> top) {
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setIndent(INDENTATION)
                .setWidth(WIDTH)
                .setDereferenceAliases(true)
                .build();
        return new Dump(settings).dumpToString(top);
    }
}
