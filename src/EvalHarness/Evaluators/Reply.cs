using System.Text.Json;

namespace EvalHarness.Evaluators;

/// <summary>An answer's text, read once as the answer contract has it.</summary>
/// <param name="Strict">The whole text as JSON; absent when it is not JSON as it stands.</param>
/// <param name="Lenient">As <paramref name="Strict"/>, or after one code fence or prose wrapper was taken off.</param>
/// <param name="Text">What is said to the asker: the contract's text field; of other JSON its texts, one a line; the whole text where there is neither.</param>
/// <param name="IsAbstention">The reply says that it does not know.</param>
public sealed record Reply(JsonElement? Strict, JsonElement? Lenient, string Text, IReadOnlyList<Citation> Citations, bool IsAbstention);
