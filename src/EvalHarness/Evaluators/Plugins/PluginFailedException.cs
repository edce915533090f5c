namespace EvalHarness.Evaluators.Plugins;

/// <summary>Code of the user's threw, took too long, or cannot be used; the message says which, as the end of a sentence.</summary>
public sealed class PluginFailedException(string message, Exception? innerException = null) : Exception(message, innerException);
