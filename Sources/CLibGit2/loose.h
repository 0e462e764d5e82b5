#ifndef ACADEMY_CLIBGIT2_LOOSE_H
#define ACADEMY_CLIBGIT2_LOOSE_H

// A reader of loose objects that ends on damaged ones.
//
// Before the summer of 2026 libgit2 loops for ever on a loose object whose file was cut, as a
// crash or a full disk leaves it (libgit2 issue 7342). This backend is asked before libgit2's own,
// for reading only: it answers for every loose object that is there, sound or not.

// Neither <sys/stat.h> nor <fcntl.h>: Swift would take `struct stat` for this module's own, and
// every file that uses it would have to import the module.
#include <git2.h>
#include <git2/sys/odb_backend.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

typedef struct {
  git_odb_backend parent;
  char *objects;
} academy_loose_backend;

typedef struct {
  void *bytes;
  size_t length;
  z_stream stream;
  unsigned char start[128];  // the header, and as much of the content as came with it
  size_t start_length;
  size_t header_length;
  git_object_t type;
  size_t size;
} academy_loose_object;

static inline int academy_loose_damaged(const char *how) {
  git_error_set_str(GIT_ERROR_ODB, how);
  return GIT_ERROR;
}

// Reads "TYPE SIZE\0" from the start of an object.
static inline int academy_loose_parse_header(academy_loose_object *object) {
  const unsigned char *end = memchr(object->start, 0, object->start_length);
  const unsigned char *space = memchr(object->start, ' ', object->start_length);
  if (!end || !space || space > end || end == space + 1)
    return academy_loose_damaged("its header is unreadable");
  char type[16] = {0};
  if ((size_t)(space - object->start) >= sizeof(type))
    return academy_loose_damaged("its header is unreadable");
  memcpy(type, object->start, (size_t)(space - object->start));
  object->type = git_object_string2type(type);
  if (!git_object_typeisloose(object->type))
    return academy_loose_damaged("its type is unknown");
  object->size = 0;
  for (const unsigned char *digit = space + 1; digit < end; digit++) {
    if (*digit < '0' || *digit > '9' || object->size > (SIZE_MAX >> 1) / 10 - 9)
      return academy_loose_damaged("its size is unreadable");
    object->size = object->size * 10 + (size_t)(*digit - '0');
  }
  // zlib makes 1,032 bytes of one at most; what claims more is not worth the memory.
  if (object->size / 1033 > object->length)
    return academy_loose_damaged("it holds fewer bytes than it says");
  object->header_length = (size_t)(end - object->start) + 1;
  return 0;
}

static inline void academy_loose_close(academy_loose_object *object) {
  inflateEnd(&object->stream);
  free(object->bytes);
}

// Opens an object and inflates its header; GIT_ENOTFOUND where there is no such file.
static inline int academy_loose_open(
    academy_loose_object *object, const academy_loose_backend *backend, const git_oid *id) {
  char hex[GIT_OID_HEXSZ + 1] = {0};
  char path[4096];
  git_oid_fmt(hex, id);
  int length = snprintf(path, sizeof(path), "%s/%.2s/%s", backend->objects, hex, hex + 2);
  if (length < 0 || (size_t)length >= sizeof(path)) return GIT_ENOTFOUND;
  FILE *file = fopen(path, "rbe");
  if (!file) return GIT_ENOTFOUND;
  memset(object, 0, sizeof(*object));
  long end = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
  if (end > 0 && end <= UINT32_MAX && fseek(file, 0, SEEK_SET) == 0)
    object->bytes = malloc((size_t)end);
  if (object->bytes) object->length = fread(object->bytes, 1, (size_t)end, file);
  fclose(file);
  if (object->length == 0) {
    free(object->bytes);
    return academy_loose_damaged("its file is empty, or cannot be read");
  }
  if (inflateInit(&object->stream) != Z_OK) {
    free(object->bytes);
    return academy_loose_damaged("zlib cannot be started");
  }
  object->stream.next_in = (Bytef *)object->bytes;
  object->stream.avail_in = (uInt)object->length;
  object->stream.next_out = object->start;
  object->stream.avail_out = sizeof(object->start);
  int code = inflate(&object->stream, Z_SYNC_FLUSH);
  object->start_length = sizeof(object->start) - object->stream.avail_out;
  int error = code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR
      ? academy_loose_parse_header(object)
      : academy_loose_damaged("its compressed bytes are no zlib stream");
  if (error < 0) academy_loose_close(object);
  return error;
}

static inline int academy_loose_read_header(
    size_t *size, git_object_t *type, git_odb_backend *backend, const git_oid *id) {
  academy_loose_object object;
  int error = academy_loose_open(&object, (academy_loose_backend *)backend, id);
  if (error < 0) return error;
  *size = object.size;
  *type = object.type;
  academy_loose_close(&object);
  return 0;
}

// Inflates the content, of which `start` holds the beginning, up to its very end.
static inline int academy_loose_inflate(academy_loose_object *object, unsigned char *data) {
  size_t done = object->start_length - object->header_length;
  if (done > object->size) return academy_loose_damaged("it holds more bytes than it says");
  memcpy(data, object->start + object->header_length, done);
  while (1) {
    // One byte more than is left, so that the end of the stream is reached and an excess seen.
    size_t left = object->size - done + 1;
    uInt chunk = left > (1u << 30) ? (1u << 30) : (uInt)left;
    object->stream.next_out = data + done;
    object->stream.avail_out = chunk;
    int code = inflate(&object->stream, Z_SYNC_FLUSH);
    size_t got = chunk - object->stream.avail_out;
    done += got;
    if (done > object->size) return academy_loose_damaged("it holds more bytes than it says");
    if (code == Z_STREAM_END) break;
    if (code != Z_OK && code != Z_BUF_ERROR)
      return academy_loose_damaged("its compressed bytes are damaged");
    if (got == 0) return academy_loose_damaged("its file was cut");
  }
  return done == object->size ? 0 : academy_loose_damaged("it holds fewer bytes than it says");
}

static inline int academy_loose_read(
    void **out, size_t *size, git_object_t *type, git_odb_backend *backend, const git_oid *id) {
  academy_loose_object object;
  int error = academy_loose_open(&object, (academy_loose_backend *)backend, id);
  if (error < 0) return error;
  unsigned char *data = git_odb_backend_data_alloc(backend, object.size + 1);
  error = data ? academy_loose_inflate(&object, data) : GIT_ERROR;
  academy_loose_close(&object);
  if (error < 0) {
    if (data) git_odb_backend_data_free(backend, data);
    return error;
  }
  data[object.size] = 0;  // libgit2 parses commits and trees up to a NUL.
  *out = data;
  *size = object.size;
  *type = object.type;
  return 0;
}

// libgit2 calls this without asking whether it is there; its own backend names the objects.
static inline int academy_loose_foreach(
    git_odb_backend *backend, git_odb_foreach_cb callback, void *payload) {
  (void)backend, (void)callback, (void)payload;
  return 0;
}

static inline void academy_loose_free(git_odb_backend *backend) {
  free(((academy_loose_backend *)backend)->objects);
  free(backend);
}

// Lets a database read the loose objects of a folder `objects` through this reader first.
static inline int academy_git_add_loose_reader(git_odb *database, const char *objects) {
  academy_loose_backend *backend = calloc(1, sizeof(*backend));
  if (!backend) return GIT_ERROR;
  int error = git_odb_init_backend(&backend->parent, GIT_ODB_BACKEND_VERSION);
  backend->objects = strdup(objects);
  if (error < 0 || !backend->objects) {
    academy_loose_free(&backend->parent);
    return GIT_ERROR;
  }
  backend->parent.read = academy_loose_read;
  backend->parent.read_header = academy_loose_read_header;
  backend->parent.foreach = academy_loose_foreach;
  backend->parent.free = academy_loose_free;
  error = git_odb_add_backend(database, &backend->parent, ACADEMY_LOOSE_PRIORITY);
  if (error < 0) academy_loose_free(&backend->parent);
  return error;
}

#endif
