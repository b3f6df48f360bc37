namespace LlmAspects;

/// <summary>
/// Makes the generated wrappers of an assembly ordinary code for debuggers and stack traces. The default for assemblies without it is
/// that a debugger steps through a wrapper to your code, and that a printed stack trace leaves the wrapper out.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class LlmAspectsShowWrappersAttribute : Attribute;
