namespace EvalHarness.Providers.Caching;

/// <summary>What the response cache does for a run.</summary>
public enum CacheMode
{
    /// <summary>Replies that are there are used, others are kept.</summary>
    Read,

    /// <summary>Every call is made anew, and its reply is kept.</summary>
    Write,

    Off,
}
