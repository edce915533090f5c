using System.Text;

namespace EvalHarness.Embedded.Text;

/// <summary>Takes a Markdown passage apart into sentences.</summary>
internal sealed class MarkdownSentences
{
    private readonly List<Sentence> sentences = [];
    private readonly StringBuilder paragraph = new();
    private readonly List<string> table = [];
    private string heading = "";
    private string lead = "";

    private MarkdownSentences()
    {
    }

    public static IReadOnlyList<Sentence> Of(string markdown)
    {
        var reader = new MarkdownSentences();
        foreach (var line in markdown.Split('\n'))
            reader.Read(line.Trim());
        reader.EndBlock();
        return reader.sentences;
    }

    private void Read(string line)
    {
        if (line.StartsWith('|') != table.Count > 0)
            EndBlock();

        if (line.StartsWith('|'))
            table.Add(line);
        else if (line.StartsWith('#'))
            BeginSection(MarkdownText.Plain(line.TrimStart('#', ' ')));
        else if (MarkdownText.ListItem(line) is { } item)
            ReadItem(item);
        else if (line.Length == 0)
            EndBlock();
        else
            paragraph.Append(paragraph.Length == 0 ? "" : " ").Append(line);
    }

    private void BeginSection(string title)
    {
        EndBlock();
        (heading, lead) = (title, "");
    }

    private void ReadItem(string item)
    {
        EndBlock();
        foreach (var sentence in SentenceSplitter.Split(MarkdownText.Plain(item)))
            Add(sentence, isListed: true);
    }

    private void EndBlock()
    {
        foreach (var row in MarkdownText.Rows(table))
            Add(row, isListed: true);
        table.Clear();

        if (paragraph.Length > 0)
            EndParagraph(MarkdownText.Plain(paragraph.ToString()));
        paragraph.Clear();
    }

    private void EndParagraph(string text)
    {
        lead = "";
        var split = SentenceSplitter.Split(text);
        foreach (var sentence in split)
            Add(sentence, isListed: false);
        if (text.EndsWith(':'))
            lead = split[^1];
    }

    private void Add(string text, bool isListed)
    {
        if (text.Any(char.IsLetterOrDigit))
            sentences.Add(new Sentence(text, lead.Length == 0 ? heading : $"{heading} {lead}".Trim(), isListed));
    }
}
