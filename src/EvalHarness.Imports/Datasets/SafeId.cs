using System.Text;
using EvalHarness.Inputs;

namespace EvalHarness.Imports.Datasets;

/// <summary>Ids that stand in files, tables and folder names without harm.</summary>
internal static class SafeId
{
    private const int MaxLength = 200;
    private const int MaxFileName = 80;

    /// <summary>The id as it is, or, where it is too long or has control characters in it, its start and a hash.</summary>
    public static string Of(string id)
    {
        var trimmed = id.Trim();
        if (trimmed.Length <= MaxLength && !trimmed.Any(char.IsControl))
            return trimmed;
        var start = new string([.. trimmed.Where(c => !char.IsControl(c)).Take(MaxFileName)]);
        return $"{start.TrimEnd('\uD800', '\uDBFF')}~{Hash(id)}";
    }

    /// <summary>For a text that has no id: the same text gets the same one.</summary>
    public static string OfText(string text) => $"q-{Hash(text)}";

    /// <summary>Letters, digits and dashes for a file's name; with a hash where the id had more.</summary>
    public static string FileName(string id)
    {
        var name = Slug(id);
        return name == id ? name : $"{name}~{Hash(id)}";
    }

    /// <summary>Lower-case letters, digits and dashes.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        return slug.ToString(0, Math.Min(slug.Length, MaxFileName)).TrimEnd('-');
    }

    private static string Hash(string text) => ContentHash.Short(ContentHash.Of(text));
}
