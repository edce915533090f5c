using System.Text.Json;
using System.Text.RegularExpressions;
using EvalHarness.Stub;

namespace EvalHarness.Tests.Drafting;

/// <summary>Plays a model over the stranger's corpus: drafts, is probed and answers from the text that it is sent, and makes some of the mistakes that models make.</summary>
internal static partial class StrangerModel
{
    /// <summary>Its quotes are in its own words.</summary>
    public const string Misquoted = "courier register";

    /// <summary>It writes prose first, and JSON when it is asked again.</summary>
    public const string Talkative = "workshop approval";

    /// <summary>It knows this one by heart.</summary>
    public const string Remembered = "delivery handover";

    public static StubAnswerer Answerer { get; } = StubAnswerers.From((_, messages) => Task.FromResult(new StubReply(Reply(messages))));

    private static string Reply(IReadOnlyList<(string Role, string Content)> messages)
    {
        var first = messages.First(m => m.Role == "user").Content;
        if (first.Contains("Draft one ", StringComparison.Ordinal))
            return messages.Count == 2 && first.Contains($"The {Talkative} keeps", StringComparison.Ordinal) ? "Here is a good question!" : Draft(first);
        if (first.Contains("from what you know", StringComparison.Ordinal))
            return Probe(Block(first, "QUESTION"), Block(first, "QUESTION").Contains(Remembered, StringComparison.Ordinal) ? Known : "");
        if (first.Contains("from the passages alone", StringComparison.Ordinal))
            return Probe(Block(first, "QUESTION"), first);
        return first.Contains("Do the two answers agree", StringComparison.Ordinal)
            ? JsonSerializer.Serialize(new { reason = "they differ", same = false })
            : Answer(messages[^1].Content);
    }

    // What it knows by heart is what stands there.
    private static string Known { get; } = Sentences(Remembered, StrangerCorpus.Topics.ToList().IndexOf(Remembered));

    private static string Draft(string message)
    {
        var (passage, asked) = (Block(message, "PASSAGE p1"), Block(message, "ALREADY ASKED"));
        var topic = Keeps().Match(passage).Groups["topic"].Value;
        var isLong = message.Contains("Phrasing: long.", StringComparison.Ordinal);
        if (message.Contains("Draft one two-hop", StringComparison.Ordinal))
            return Json(Worded($"How many days are unclaimed entries of the {topic} kept where they move to?", topic, isLong), Days(Block(message, "PASSAGE p2")), null, ("p1", Moves().Match(passage).Value), ("p2", Keeps().Match(Block(message, "PASSAGE p2")).Value));
        if (message.Contains("Draft one unanswerable", StringComparison.Ordinal))
            return JsonSerializer.Serialize(new { question = Worded(asked.Contains("cost", StringComparison.Ordinal) ? $"Who may delete the {topic} for good?" : $"What does the {topic} cost per month?", topic, isLong), quotes = new[] { new { passage = "p1", quote = Keeps().Match(passage).Value } } });
        if (message.Contains("Draft one changed-fact", StringComparison.Ordinal))
            return Json(Worded(DaysOf(topic), topic, isLong), Days(passage), Block(message, "EARLIER"), ("p1", Keeps().Match(passage).Value));
        var fact = Facts(topic).First(f => !asked.Contains(f.Question, StringComparison.Ordinal));
        var quote = fact.Says.Match(passage).Value;
        return Json(Worded(fact.Question, topic, isLong), $"{fact.Says.Match(passage).Groups["value"].Value} {fact.Unit}", null, ("p1", topic == Misquoted ? $"As to quote: {quote}" : quote));
    }

    private static IEnumerable<(string Question, Regex Says, string Unit)> Facts(string topic) =>
    [
        (DaysOf(topic), Keeps(), "days"),
        ($"Within how many hours is a question about the {topic} answered?", Answered(), "hours"),
        ($"How many people may edit the {topic} at once?", Edited(), "people"),
    ];

    private static string DaysOf(string topic) => $"How many days does the {topic} keep its entries?";

    private static string Worded(string question, string topic, bool isLong) => isLong ? $"Our {topic} was set up last week. {question} We want to plan with it." : question;

    private static string Probe(string question, string text) =>
        Said(question, text) is { } said ? JsonSerializer.Serialize(new { known = true, answer = said }) : JsonSerializer.Serialize(new { known = false, answer = "" });

    // A pipeline asks with passages, or with the bare question.
    private static string Answer(string message)
    {
        var question = message.Split('\n').Last(l => l.Contains('?', StringComparison.Ordinal));
        return Said(question, message) is { } said ? $"{said} [{Document().Match(message).Groups["id"].Value}]" : message.Contains("<passage", StringComparison.Ordinal) ? "I do not know." : "It is usually one week.";
    }

    private static string? Said(string question, string text)
    {
        text = text.Replace("\n| ", "\n", StringComparison.Ordinal);
        var topic = StrangerCorpus.Topics.FirstOrDefault(t => question.Contains($"the {t}", StringComparison.Ordinal)) ?? "";
        if (question.Contains("where they move to", StringComparison.Ordinal))
            return Moves().IsMatch(text) && Keeps().Matches(text).FirstOrDefault(m => m.Groups["topic"].Value == Next(topic)) is { } kept ? kept.Value : null;
        return Facts(topic).Where(f => question.Contains(f.Question, StringComparison.Ordinal))
            .Select(f => f.Says.Matches(text).FirstOrDefault(m => m.Groups["topic"].Value == topic)?.Value).FirstOrDefault()?.ReplaceLineEndings(" ");
    }

    private static string Next(string topic) => StrangerCorpus.Topics[(StrangerCorpus.Topics.ToList().IndexOf(topic) + 1) % StrangerCorpus.Topics.Count];

    private static string Days(string text) => $"{Keeps().Match(text).Groups["value"].Value} days";

    private static string Sentences(string topic, int place) =>
        $"The {topic} keeps its entries for {20 + place} days. A question about the {topic} is answered within {2 + place} hours. Up to {60 + place} people may edit the {topic} at once.";

    private static string Json(string question, string answer, string? earlier, params (string Passage, string Quote)[] quotes)
    {
        Dictionary<string, object> reply = new() { ["question"] = question, ["answer"] = answer, ["other_wordings"] = Array.Empty<string>(), ["quotes"] = quotes.Select(q => new { passage = q.Passage, quote = q.Quote }) };
        if (earlier is not null)
            (reply["superseded_answer"], reply["earlier_quote"]) = (Days(earlier), Keeps().Match(earlier).Value);
        return JsonSerializer.Serialize(reply);
    }

    private static string Block(string message, string label) =>
        Regex.Match(message, $"=== BEGIN {label} \\w+ ===\n(?<data>.*?)\n=== END", RegexOptions.Singleline | RegexOptions.ExplicitCapture).Groups["data"].Value
            .Replace("\n| ", "\n", StringComparison.Ordinal) is var data && data.StartsWith("| ", StringComparison.Ordinal) ? data[2..] : "";

    [GeneratedRegex(@"The (?<topic>[a-z]+ [a-z]+) keeps its entries for (?<value>\d+) days\.", RegexOptions.ExplicitCapture)]
    private static partial Regex Keeps();

    [GeneratedRegex(@"A question about the (?<topic>[a-z]+ [a-z]+) is answered within (?<value>\d+) hours\.", RegexOptions.ExplicitCapture)]
    private static partial Regex Answered();

    [GeneratedRegex(@"Up to (?<value>\d+) people may edit\s+the (?<topic>[a-z]+ [a-z]+) at once\.", RegexOptions.ExplicitCapture)]
    private static partial Regex Edited();

    [GeneratedRegex(@"Entries that nobody has claimed move to the \[[^\]]+\]\([^)]+\)\.", RegexOptions.ExplicitCapture)]
    private static partial Regex Moves();

    [GeneratedRegex(@"document=""(?<id>[^""]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Document();
}
