namespace LlmAspects.Cli.Ask;

/// <summary>How many models answer a question, and how they share it.</summary>
internal enum AskStrategy
{
    /// <summary>One model answers.</summary>
    Single,

    /// <summary>A panel answers.</summary>
    Ensemble,

    /// <summary>The parts of the question are answered one at a time.</summary>
    Sequential,

    /// <summary>The parts are answered side by side.</summary>
    Parallel,

    /// <summary>Complex parts are divided again.</summary>
    Hierarchical,

    /// <summary>One at a time, each part with the result of the one before.</summary>
    Pipeline,

    /// <summary>Side by side; complex parts go to the panel where there is one.</summary>
    Adaptive,
}
