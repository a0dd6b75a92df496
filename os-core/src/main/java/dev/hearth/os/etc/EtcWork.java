package dev.hearth.os.etc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Work on configuration files, whose refusals are told as such. */
@FunctionalInterface
interface EtcWork<T> {
    T run() throws IOException;

    static <T> T of(EtcWork<T> work) {
        try {
            return work.run();
        } catch (AccessDeniedException e) {
            throw new EtcForbidden(e.getFile());
        } catch (NoSuchFileException e) {
            throw new EtcChanged(Path.of(e.getFile()));
        } catch (FileSystemException e) {
            if ("Operation not permitted".equals(e.getReason())) {
                throw new EtcForbidden(e.getFile());
            }
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
