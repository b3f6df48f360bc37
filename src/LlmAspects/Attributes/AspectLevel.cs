namespace LlmAspects;

/// <summary>How important the tracing of a method is. <see cref="LlmAspectsLevelAttribute"/> leaves the less important methods of an assembly untraced.</summary>
public enum AspectLevel
{
    /// <summary>For the closest look: inner loops, small steps.</summary>
    Trace,

    /// <summary>For finding faults.</summary>
    Debug,

    /// <summary>For operating the program. It is the level of a method that gives none.</summary>
    Information,

    /// <summary>Of an assembly: no method is traced. No method has this level.</summary>
    None,
}
