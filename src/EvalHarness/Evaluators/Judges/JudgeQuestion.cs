using System.Text.Json;

namespace EvalHarness.Evaluators.Judges;

/// <summary>What a judge is asked once.</summary>
/// <param name="Instructions">The system message: ours or the user's, never text that is judged.</param>
/// <param name="Message">What is judged, as data, and what of it is asked.</param>
/// <param name="Schema">The JSON Schema of the reply.</param>
/// <param name="Read">Reads the reply's object: a vote, or what is wrong with it in words that quote nothing of it.</param>
public sealed record JudgeQuestion<T>(string Instructions, string Message, string Schema, Func<JsonElement, (T? Vote, string? Problem)> Read)
    where T : class;
