package dev.hearth.core.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Puts the parser's events together into positioned values, and refuses what hearth's files never need. */
final class YamlComposer {
    private static final int DEEPEST = 50;
    private static final ScalarResolver RESOLVER = new CoreSchema().getScalarResolver();

    private final String file;
    private final Iterator<Event> events;

    YamlComposer(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    /** Composes the only document. */
    YamlMap document() {
        events.next(); // the stream's start
        var start = events.next();
        if (start.getEventId() == Event.ID.StreamEnd) {
            return new YamlMap(new YamlPosition(file, 1, 1), "The file", new LinkedHashMap<>());
        }
        var top = node(events.next(), "The file", 0);
        events.next(); // the document's end
        var end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw new YamlError(position(end), "Another document begins here, where one is the limit", null);
        }
        if (top instanceof YamlScalar scalar && scalar.type() == YamlScalar.Type.NOTHING) {
            return new YamlMap(scalar.position(), scalar.subject(), new LinkedHashMap<>());
        }
        return top.asMap();
    }

    private YamlNode node(Event event, String subject, int depth) {
        refuseReferences(event);
        if (depth > DEEPEST) {
            throw new YamlError(position(event), "The values are nested deeper than " + DEEPEST + " levels", null);
        }
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar, subject);
            case MappingStartEvent start -> map(start, subject, depth);
            case CollectionStartEvent start -> list(start, subject, depth);
            default -> throw new IllegalStateException("unexpected event " + event);
        };
    }

    private YamlMap map(Event start, String subject, int depth) {
        var entries = new LinkedHashMap<String, YamlMap.Entry>();
        for (var event = events.next(); !(event instanceof CollectionEndEvent); event = events.next()) {
            refuseReferences(event);
            if (!(event instanceof ScalarEvent key)) {
                throw new YamlError(position(event), "A key must be text", null);
            }
            var name = key.getValue();
            var earlier = entries.get(name);
            if (earlier != null) {
                var problem = "The key '%s' is here again, after line %d"
                        .formatted(name, earlier.key().line());
                throw new YamlError(position(key), problem, "Remove one of the two.");
            }
            var value = node(events.next(), "'" + name + "'", depth + 1);
            entries.put(name, new YamlMap.Entry(position(key), value));
        }
        return new YamlMap(position(start), subject, entries);
    }

    private YamlList list(Event start, String subject, int depth) {
        var entries = new ArrayList<YamlNode>();
        var entrySubject = subject.startsWith("'") ? "An entry of " + subject : "An entry of a list";
        for (var event = events.next(); !(event instanceof CollectionEndEvent); event = events.next()) {
            entries.add(node(event, entrySubject, depth + 1));
        }
        return new YamlList(position(start), subject, entries);
    }

    private YamlScalar scalar(ScalarEvent event, String subject) {
        return new YamlScalar(position(event), subject, event.getValue(), type(event));
    }

    private static YamlScalar.Type type(ScalarEvent event) {
        if (!event.isPlain()) {
            return YamlScalar.Type.TEXT;
        }
        var tag = RESOLVER.resolve(event.getValue(), true);
        if (tag.equals(Tag.INT)) {
            return YamlScalar.Type.INTEGER;
        }
        if (tag.equals(Tag.FLOAT)) {
            return YamlScalar.Type.FRACTION;
        }
        if (tag.equals(Tag.BOOL)) {
            return YamlScalar.Type.BOOL;
        }
        return tag.equals(Tag.NULL) ? YamlScalar.Type.NOTHING : YamlScalar.Type.TEXT;
    }

    private void refuseReferences(Event event) {
        if (event instanceof AliasEvent) {
            throw new YamlError(position(event), "Aliases (*name) are not supported", "Write the value out.");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            var anchor = node.getAnchor().map(Anchor::getValue).orElseThrow();
            throw new YamlError(position(event), "Anchors (&" + anchor + ") are not supported", "Remove it.");
        }
        if (isTagged(event)) {
            throw new YamlError(position(event), "Tags (!name) are not supported", "Remove it.");
        }
    }

    private static boolean isTagged(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag().isPresent();
            case CollectionStartEvent start -> start.getTag().isPresent();
            default -> false;
        };
    }

    private YamlPosition position(Event event) {
        return event.getStartMark()
                .map(mark -> new YamlPosition(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new YamlPosition(file, 1, 1));
    }
}
