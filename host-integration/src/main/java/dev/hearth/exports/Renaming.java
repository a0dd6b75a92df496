package dev.hearth.exports;

import static java.util.stream.Collectors.joining;

import dev.hearth.pets.PetName;

/** Makes the export of a pet one of the same pet by its new name. */
record Renaming(PetName from, PetName to) {

    /** {@return the text of an export, with the new name in the mark and in what it runs} */
    String inText(String text) {
        return text.lines().map(line -> inLine(line) + "\n").collect(joining());
    }

    private String inLine(String line) {
        var mark = ExportMark.PREFIX + "Pet=";
        if (line.equals("# " + mark + from) || line.equals(mark + from)) {
            return line.replace(mark + from, mark + to);
        }
        if (line.equals("h_pet=" + from)) {
            return "h_pet=" + to;
        }
        if (line.startsWith("Description=") && line.endsWith(" (" + from + ")")) {
            return line.substring(0, line.length() - from.value().length() - 1) + to + ")";
        }
        return line.startsWith("Exec") ? inCall(line) : line;
    }

    private String inCall(String line) {
        var call = call(from);
        int place = line.indexOf(call);
        return place < 0 ? line : line.substring(0, place) + call(to) + line.substring(place + call.length());
    }

    private static String call(PetName pet) {
        return " " + String.join(" ", HearthCall.inPet(pet)) + " ";
    }
}
