namespace EvalHarness.Tests.Drafting;

/// <summary>Thirty Markdown files as a stranger brings them: two folders, no front matter, links from one to the next.</summary>
internal static class StrangerCorpus
{
    private static readonly string[] First = ["invoice", "courier", "archive", "workshop", "delivery", "customer"];
    private static readonly string[] Second = ["calendar", "register", "approval", "handover", "reminder"];

    public static IReadOnlyList<string> Topics { get; } = [.. First.SelectMany(a => Second.Select(b => $"{a} {b}"))];

    /// <summary>Writes it below a folder.</summary>
    /// <param name="days">Added to how long entries are kept: another snapshot.</param>
    public static void Write(TemporaryFolder folder, string below, int days = 0)
    {
        foreach (var (place, topic) in Topics.Index())
            folder.Write($"{below}/{File(place)}.md", Text(place, topic, days));
    }

    public static string Slug(string topic) => topic.Replace(' ', '-');

    private static string File(int place) => $"{(place % 2 == 0 ? "basics" : "more")}/{Slug(Topics[place])}";

    private static string Text(int place, string topic, int days)
    {
        var next = (place + 1) % Topics.Count;
        return $"""
            # {char.ToUpperInvariant(topic[0])}{topic[1..]}

            The {topic} keeps its entries for {20 + place + days} days.
            A question about the {topic} is answered within {2 + place} hours. Up to {60 + place} people may edit
            the {topic} at once.

            Entries that nobody has claimed move to the [{Topics[next]}](../{File(next)}.md).

            """;
    }
}
