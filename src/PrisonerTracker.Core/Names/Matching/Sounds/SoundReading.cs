namespace PrisonerTracker.Core.Names.Sounds;

/// <summary>One way to read a word aloud: a string in the <see cref="SoundAlphabet"/>, and how unusual that way is.</summary>
internal readonly record struct SoundReading(string Sounds, float Cost);
