namespace EvalHarness.Schemas;

/// <summary>Where in the value a check stands; written out only when there is something to say.</summary>
internal sealed record InstancePath(InstancePath? Parent, string Segment)
{
    public static string Pointer(InstancePath? path) => path is null ? "" : JsonPointer.Append(Pointer(path.Parent), path.Segment);
}
