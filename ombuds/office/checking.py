"""Is a profile's folder right? Every mistake becomes a sentence that says where and what."""

from ombuds.office.folder import Profile


def mistakes(profile: Profile) -> list[str]:
    """All that is wrong, in sentences; nothing when the profile can be loaded."""
    return []
