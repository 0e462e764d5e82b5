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

#endif
