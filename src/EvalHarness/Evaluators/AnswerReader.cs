using System.Text.Json;
using EvalHarness.Evaluators.Abstention;
using EvalHarness.Evaluators.Citations;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators;

/// <summary>Reads replies as the contract has them.</summary>
public sealed class AnswerReader(AnswerContract contract)
{
    /// <summary>What scores that rest on the reading depend on.</summary>
    public string Definition { get; } = "reader/2 " + ContentHash.Short(ContentHash.Of([contract.Text ?? "", contract.Citations ?? "", contract.Abstained ?? "", .. contract.Abstention]));

    public Reply Read(Answer answer)
    {
        var strict = LenientJson.ReadStrict(answer.Text);
        var lenient = strict ?? LenientJson.Find(answer.Text);
        var text = Text(answer.Text, lenient);
        var citations = ReadCitations(answer, lenient, text) is { Count: > 0 } own ? own : SaidApart(answer);
        return new Reply(strict, lenient, text, citations, IsAbstention(text, lenient));
    }

    private string Text(string whole, JsonElement? json)
    {
        if (contract.Text is null || Property(json, contract.Text) is not { } value)
            return (IsWhole(whole, json) ? ReplyTexts.Of(json!.Value, contract.Citations) : null) ?? whole.Trim();
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Null => "",
            _ => ReplyTexts.Of(value, citations: null) ?? value.GetRawText(),
        };
    }

    // Prose that quotes some JSON speaks for itself.
    private static bool IsWhole(string whole, JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } && whole.AsSpan().Trim() is var text && (text[0] is '{' or '[' || text.StartsWith("```", StringComparison.Ordinal)) && text[^1] is '}' or ']' or '`';

    private IReadOnlyList<Citation> ReadCitations(Answer answer, JsonElement? json, string text)
    {
        if (contract.Citations is null)
            return CitationMarkers.Read(text, answer.Passages ?? []);
        return Property(json, contract.Citations) is { ValueKind: JsonValueKind.Array } citations
            ? [.. citations.EnumerateArray().Select(ReadCitation).OfType<Citation>()]
            : [];
    }

    // A service may name what it cites beside its reply: for the whole of it, not for a sentence.
    private static IReadOnlyList<Citation> SaidApart(Answer answer) => [.. (answer.Citations ?? []).Select(document => new Citation("", document))];

    private static Citation? ReadCitation(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String)
            return new Citation("", item.GetString()!);
        var document = Property(item, "document") is { ValueKind: JsonValueKind.String } id ? id.GetString()! : null;
        var sentence = Property(item, "sentence") is { ValueKind: JsonValueKind.String } quoted ? quoted.GetString()! : "";
        return document is null ? null : new Citation(sentence, document);
    }

    // Who says nothing abstains, whatever the flag; where there is no flag, the words decide.
    private bool IsAbstention(string text, JsonElement? json)
    {
        if (text.Length == 0)
            return true;
        if (contract.Abstained is { } flag && Property(json, flag) is { ValueKind: JsonValueKind.True or JsonValueKind.False } said)
            return said.GetBoolean();
        return contract.Abstention.Count > 0
            ? contract.Abstention.Any(phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            : AbstentionPhrases.Says(text);
    }

    private static JsonElement? Property(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var property) ? property : null;
}
