namespace EvalHarness.Providers.Models;

/// <summary>What a model does when it is asked for JSON of a schema.</summary>
public enum SchemaSupport
{
    /// <summary>It replied with such JSON.</summary>
    Obeyed,

    /// <summary>It replied with something else.</summary>
    Ignored,

    /// <summary>The endpoint would not take it; without a schema it replied.</summary>
    Refused,
}
