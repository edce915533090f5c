using EvalHarness.Schemas;

namespace EvalHarness.Inputs;

/// <summary>Where the parts of a document stand in the file that it was read from, by JSON pointer.</summary>
/// <param name="file">The file as the user named it.</param>
public sealed class SourceMap(string file)
{
    private readonly Dictionary<string, SourceMark> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceMark> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> options = new(StringComparer.Ordinal);

    public string File { get; } = file;

    public void AddValue(string pointer, SourceMark mark) => values[pointer] = mark;

    /// <summary>The place of a property's name; its value is noted apart.</summary>
    public void AddName(string pointer, SourceMark mark) => names[pointer] = mark;

    /// <summary>This part came from an option of the command line, not from the file.</summary>
    public void AddOption(string pointer, string option) => options[pointer] = option;

    /// <summary>File, line and column of a part, or the option that it came from; of what has no place, those of what holds it.</summary>
    /// <param name="name">Whether the name is meant, not the value.</param>
    public string Where(string pointer, bool name = false)
    {
        if (Option(pointer) is { } option)
            return option;
        if (name && names.TryGetValue(pointer, out var mark))
            return mark.In(File);
        if (values.TryGetValue(pointer, out mark))
            return mark.In(File);
        return pointer.Length == 0 ? File : Where(JsonPointer.Parent(pointer), name);
    }

    // All that an option brought came from it, whatever the file had in that place.
    private string? Option(string pointer) =>
        options.GetValueOrDefault(pointer) ?? (pointer.Length == 0 ? null : Option(JsonPointer.Parent(pointer)));
}
