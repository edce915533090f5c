namespace EvalHarness.Schemas;

/// <summary>The resources that a check has come through, innermost first: what <c>$dynamicRef</c> looks at.</summary>
internal sealed record ResourceScope(ResourceScope? Outer, SchemaResource Resource)
{
    public static ResourceScope Enter(ResourceScope? outer, SchemaResource resource) =>
        outer is not null && outer.Resource == resource ? outer : new ResourceScope(outer, resource);

    /// <summary>The outermost schema with this dynamic anchor.</summary>
    public SchemaNode? Outermost(string anchor) => Outer?.Outermost(anchor) ?? Resource.DynamicAnchors.GetValueOrDefault(anchor);
}
