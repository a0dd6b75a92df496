package dev.hearth.cli.e2e;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** The packaged hearth, as one person uses it on one engine; it takes its pets and files along when it closes. */
final class InstalledHearth implements AutoCloseable {
    static final Path LAUNCHER = Path.of("target/hearth/bin/hearth").toAbsolutePath();
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration LONG = Duration.ofMinutes(8);

    private final TestedEngine engine;
    private final String address;
    private final Person person;
    private final Programs programs;
    private final Path directory;
    private final List<Path> made = new ArrayList<>();
    private final List<String> pets = new ArrayList<>();

    private InstalledHearth(TestedEngine engine, String address, Person person) throws IOException {
        this.engine = engine;
        this.address = address;
        this.person = person;
        this.programs = new Programs(person.environment());
        if (person.isRoot()) {
            make(person.home());
        }
        this.directory = person.home().resolve(newName());
        make(directory);
    }

    static InstalledHearth on(TestedEngine engine) {
        return on(engine, engine.address());
    }

    /** {@return hearth on an engine of that kind which answers at the address} */
    static InstalledHearth on(TestedEngine engine, String address) {
        // Not in /tmp, which pets share and systemd empties.
        return on(engine, address, engine.person(Path.of("target", newName()).toAbsolutePath()));
    }

    /** {@return hearth as a person uses it on an engine of that kind which answers at the address} */
    static InstalledHearth on(TestedEngine engine, String address, Person person) {
        Needed.root();
        try {
            return new InstalledHearth(engine, address, person);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Person person() {
        return person;
    }

    /** {@return a directory in the person's home, where commands start} */
    Path directory() {
        return directory;
    }

    /** {@return a name for a pet, which is removed in the end if there is one} */
    String newPet() {
        pets.add(newName());
        return pets.getLast();
    }

    /** {@return a new pet of the image, made with these options} */
    String create(String image, String... options) {
        var pet = newPet();
        var words = Stream.concat(Stream.of("create", pet, "--image", image), Stream.of(options));
        hearth(Duration.ofMinutes(4), words.toArray(String[]::new)).succeeded();
        return pet;
    }

    /** {@return how hearth ended} */
    Ended hearth(String... words) {
        return hearth(SOON, words);
    }

    /** {@return how hearth ended, which may take so long} */
    Ended hearth(Duration limit, String... words) {
        return programs.run(limit, directory, command(words));
    }

    /** {@return how hearth ended when that command ran it} */
    Ended hearthUnder(List<String> wrapper, String... words) {
        var argv = new ArrayList<>(wrapper);
        argv.addAll(command(words));
        return programs.run(SOON, directory, argv);
    }

    /** {@return how hearth ended when the environment named that home} */
    Ended hearthWithHome(Path home, String... words) {
        return new Programs(person.withHome(home).environment()).run(SOON, directory, command(words));
    }

    /** {@return how hearth ended when these variables were set, too} */
    Ended hearthWith(Map<String, String> variables, String... words) {
        var environment = new TreeMap<>(person.environment());
        environment.putAll(variables);
        return new Programs(environment).run(SOON, directory, command(words));
    }

    /** {@return how hearth ended after reading that file} */
    Ended hearthReading(Path file, String... words) {
        return programs.run(SOON, directory, Redirect.from(file.toFile()), command(words));
    }

    /** {@return what a command in the pet wrote, which must succeed} */
    String run(String pet, String... command) {
        return run(SOON, pet, command);
    }

    /** {@return what a command in the pet wrote, which must succeed and may take so long} */
    String run(Duration limit, String pet, String... command) {
        return hearth(limit, inPet(pet, command)).succeeded();
    }

    /** Installs packages of Debian's in the pet. */
    void install(String pet, String... packages) {
        var words = new ArrayList<>(List.of("sudo", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"));
        words.addAll(List.of("-o", "DPkg::Lock::Timeout=300", "install", "-y", "-q", "--no-install-recommends"));
        words.addAll(List.of(packages));
        run(LONG, pet, "sudo", "apt-get", "-q", "update");
        run(LONG, pet, words.toArray(String[]::new));
    }

    /** {@return hearth with a command that goes on in the pet; its log is a file of that name} */
    Process start(String log, String pet, String... command) {
        return launch(log, inPet(pet, command));
    }

    /** {@return the same with a launcher that asks Java, and stays} */
    Process startByJava(String log, String pet, String... command) {
        return launch(List.of("HEARTH_SLOW=1"), log, inPet(pet, command));
    }

    /** {@return hearth, which goes on; all it says goes into a file of that name} */
    Process launch(String log, String... words) {
        return launch(List.of(), log, words);
    }

    private Process launch(List<String> variables, String log, String... words) {
        // A test run that nohup started has it ignored, and would hand that on.
        var argv = new ArrayList<>(List.of("env", "--default-signal=HUP"));
        argv.addAll(variables);
        argv.addAll(command(words));
        return programs.start(directory, directory.resolve(log), argv);
    }

    /** {@return the state of a pet that is listed; empty when it is not} */
    String state(String pet) throws IOException {
        var listed = hearth("list", "--format=json").succeeded();
        return new JsonMapper()
                .readTree(listed)
                .path("pets")
                .valueStream()
                .filter(row -> row.path("name").asText().equals(pet))
                .map(row -> row.path("state").asText())
                .findFirst()
                .orElse("");
    }

    /** {@return the names of all containers, hearth's or not, that have the text in them} */
    List<String> containers(String text) {
        return client("ps", "--all", "--format", "{{.Names}}")
                .succeeded()
                .lines()
                .filter(name -> name.contains(text))
                .toList();
    }

    /** {@return how the engine's own client ended} */
    Ended client(String... words) {
        return programs.run(SOON, directory, clientCommand(words));
    }

    /** {@return how the engine's own client ended after reading that file} */
    Ended clientReading(Path file, String... words) {
        return programs.run(SOON, directory, Redirect.from(file.toFile()), clientCommand(words));
    }

    /** {@return the file of that name, the person's, to whose end the text was written} */
    Path append(String name, String text) {
        var file = directory.resolve(name);
        try {
            return own(Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the words with which the person runs hearth on this engine} */
    List<String> launcher() {
        return List.of(LAUNCHER.toString(), "--engine", address);
    }

    /** {@return the first words of a call of the engine's own client} */
    List<String> clientWords() {
        return engine.client(address);
    }

    /** {@return what is in the log of that name by now} */
    String log(String name) {
        try {
            return Files.readString(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // By the client, and one by one: what a test broke in hearth must not keep its pets alive.
        var left = pets.stream()
                .filter(pet -> client("inspect", pet).status() == 0)
                .map(pet -> client("rm", "--force", pet))
                .filter(ended -> ended.status() != 0)
                .map(Ended::toString)
                .collect(joining("\n"));
        made.reversed().forEach(InstalledHearth::delete);
        if (!left.isEmpty()) {
            throw new AssertionError("Pets were left behind:\n" + left);
        }
    }

    /** {@return the words by which root has the person call hearth} */
    List<String> command(String... words) {
        var argv = new ArrayList<>(launcher());
        argv.addAll(List.of(words));
        return person.saying(argv);
    }

    /** {@return the words by which root has the person call the engine's own client} */
    List<String> clientCommand(String... words) {
        var argv = new ArrayList<>(clientWords());
        argv.addAll(List.of(words));
        return person.saying(argv);
    }

    private static String[] inPet(String pet, String... command) {
        return Stream.concat(Stream.of("run", "-c", pet), Stream.of(command)).toArray(String[]::new);
    }

    static String newName() {
        return "it-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private void make(Path path) throws IOException {
        own(Files.createDirectories(path));
        made.add(path);
    }

    private Path own(Path path) throws IOException {
        var owner = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(person.name());
        return Files.setOwner(path, owner);
    }

    private static void delete(Path tree) {
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
