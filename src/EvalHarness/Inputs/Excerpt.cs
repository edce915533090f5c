using System.Text;

namespace EvalHarness.Inputs;

/// <summary>Makes foreign text fit for a message: short, on one line, without control characters and without secrets.</summary>
/// <param name="secrets">Values that must not be shown; those of fewer than four characters hide nothing and are ignored.</param>
public sealed class Excerpt(IEnumerable<string> secrets)
{
    /// <summary>Longer text is cut, in characters.</summary>
    public const int MaxLength = 300;

    // More is read than shown, so that a secret cut in two by the limit is still found.
    private const int ReadLength = 64 * 1024;

    private readonly SecretMask mask = new(secrets);

    /// <summary>The start of the text.</summary>
    public string Start(string text)
    {
        var shown = Clean(text.Length > ReadLength ? text[..ReadLength] : text);
        return shown.Length > MaxLength ? $"{shown[..MaxLength]}…" : shown;
    }

    /// <summary>The end of the text: where a program says why it stopped.</summary>
    public string End(string text)
    {
        var shown = Clean(text.Length > ReadLength ? text[^ReadLength..] : text);
        return shown.Length > MaxLength ? $"…{shown[^MaxLength..]}" : shown;
    }

    private string Clean(string text)
    {
        text = mask.Apply(text);
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsControl(rune))
                line.Append(rune.ToString());
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.ToString().Trim();
    }
}
