#ifndef ACADEMY_CLIBGIT2_SHIM_H
#define ACADEMY_CLIBGIT2_SHIM_H

#include <git2.h>

// Packs are asked first (libgit2's 2), then our reader of loose objects, then libgit2's own.
#define ACADEMY_LOOSE_PRIORITY 1

#include "loose.h"

// git_libgit2_opts is variadic, which Swift cannot call: one typed function for each option.

static inline int academy_git_set_owner_validation(int enabled) {
  return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, enabled);
}

static inline int academy_git_set_strict_hash_verification(int enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, enabled);
}

static inline int academy_git_set_cache_object_limit(git_object_t type, size_t bytes) {
  return git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, type, bytes);
}

static inline int academy_git_set_cache_max_size(ssize_t bytes) {
  return git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, bytes);
}

// How much of packs is mapped at once.
static inline int academy_git_set_pack_window(size_t window, size_t all) {
  int code = git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, window);
  return code < 0 ? code : git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, all);
}

static inline int academy_git_set_search_path(git_config_level_t level, const char *path) {
  return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, path);
}

static inline int academy_git_get_search_path(git_config_level_t level, git_buf *path) {
  return git_libgit2_opts(GIT_OPT_GET_SEARCH_PATH, level, path);
}

static inline int academy_git_set_loose_priority(int priority) {
  return git_libgit2_opts(GIT_OPT_SET_ODB_LOOSE_PRIORITY, priority);
}

// Names the extensions that change nothing in how objects, references and the index are read.
static inline int academy_git_allow_harmless_extensions(void) {
  const char *extensions[] = {
    "worktreeconfig", "partialclone", "preciousobjects", "relativeworktrees"};
  return git_libgit2_opts(
    GIT_OPT_SET_EXTENSIONS, extensions, sizeof(extensions) / sizeof(extensions[0]));
}

// Compresses bytes as the file of a loose object; for fixtures.
static inline int academy_git_deflate(
    unsigned char *out, size_t *out_length, const unsigned char *bytes, size_t length) {
  uLongf room = (uLongf)*out_length;
  int code = compress(out, &room, bytes, (uLong)length);
  *out_length = room;
  return code == Z_OK ? 0 : -1;
}

// The attributes by which a file of the work tree may hold other bytes of the same length.
static inline int academy_git_programs_of(
    const char **filter, const char **encoding, git_repository *repository, const char *path) {
  static const char *names[] = {"filter", "working-tree-encoding"};
  const char *values[2] = {NULL, NULL};
  int code = git_attr_get_many(values, repository, 0, path, 2, names);
  *filter = values[0];
  *encoding = values[1];
  return code;
}

#endif
