using System.Text.Json;

namespace EvalHarness.Providers.Services;

/// <summary>A reply cannot be read at all: it is no JSON, no stream, no UTF-8, or too long. Its endpoint tells one that was cut short from the rest, and tries that again.</summary>
public sealed class UnreadableReplyException(string message) : JsonException(message);
