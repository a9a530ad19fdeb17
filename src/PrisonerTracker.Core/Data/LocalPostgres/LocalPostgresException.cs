namespace PrisonerTracker.Core.Data.LocalPostgres;

/// <summary>The private server cannot run. The message is for the person at the console: what, why and what to do.</summary>
public sealed class LocalPostgresException(string message, Exception? inner = null) : Exception(message, inner);
