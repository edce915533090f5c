namespace EvalHarness.Schemas;

/// <summary>Where a keyword's value holds schemas.</summary>
internal enum SubschemaShape
{
    /// <summary>Nowhere: an <c>$id</c> in there is data.</summary>
    None,

    /// <summary>The value is one.</summary>
    Schema,

    /// <summary>The value is an array of them.</summary>
    List,

    /// <summary>Every property of the value is one.</summary>
    Map,
}
