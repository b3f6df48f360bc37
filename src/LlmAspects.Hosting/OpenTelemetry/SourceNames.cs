using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using LlmAspects.Tracing;

namespace LlmAspects.Hosting.OpenTelemetry;

/// <summary>Finds the names of the sources that assemblies have.</summary>
internal static class SourceNames
{
    public static string[] Find(IReadOnlyCollection<Assembly> assemblies)
    {
        IEnumerable<Assembly> searched = assemblies.Count > 0 ? assemblies : Reachable();
        return [.. searched.Select(NameOf).OfType<string>().Prepend(TelemetryNames.DefaultSource).Distinct(StringComparer.Ordinal)];
    }

    private static string? NameOf(Assembly assembly) =>
        assembly.GetCustomAttribute<LlmAspectsSourceAttribute>()?.Name is { } name && !string.IsNullOrWhiteSpace(name) ? name : null;

    private static Dictionary<string, Assembly>.ValueCollection Reachable()
    {
        var found = new Dictionary<string, Assembly>(StringComparer.Ordinal);
        var waiting = new Queue<Assembly>(AppDomain.CurrentDomain.GetAssemblies());
        if (Assembly.GetEntryAssembly() is { } entry)
        {
            waiting.Enqueue(entry);
        }

        while (waiting.TryDequeue(out var assembly))
        {
            if (assembly.FullName is { } name && found.TryAdd(name, assembly) && RuntimeFeature.IsDynamicCodeSupported)
            {
                foreach (var reference in References(assembly).Where(reference => !found.ContainsKey(reference.FullName)))
                {
                    if (TryLoad(reference) is { } loaded)
                    {
                        waiting.Enqueue(loaded);
                    }
                }
            }
        }

        return found.Values;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Asked only where nothing is trimmed into a native program; a reference that was trimmed away has no spans.")]
    private static IEnumerable<AssemblyName> References(Assembly assembly) =>
        IsOfThePlatform(assembly.GetName().Name) ? [] : assembly.GetReferencedAssemblies().Where(reference => !IsOfThePlatform(reference.Name));

    /// <summary>The platform has no aspects, and loading all of it would cost the start of the program.</summary>
    private static bool IsOfThePlatform(string? name) =>
        name is null or "System" or "mscorlib" or "netstandard" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal);

    private static Assembly? TryLoad(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (Exception error) when (error is IOException or BadImageFormatException)
        {
            // Referenced at build time but not deployed: no code of it can run, so it has no spans.
            return null;
        }
    }
}
