using System.Diagnostics;
using LlmAspects.Runtime;

namespace LlmAspects.Tests;

/// <summary>Wrappers by hand, as the generator writes them, around any body.</summary>
internal sealed class EmittedService(string component, AspectKinds aspects = AspectKinds.ErrorContext | AspectKinds.TracePerformance)
{
    private readonly Operation _operation = Operation.Create(component, "call", aspects, component);

    public string Source => component;

    public Operation Operation => _operation;

    public T Call<T>(Func<T> core, CancellationToken cancellationToken)
    {
        var activity = _operation.Start();
        var started = Stopwatch.GetTimestamp();
        try
        {
            var result = core();
            _operation.Exit(started, activity);
            activity = null;
            return result;
        }
        catch (Exception error) when (_operation.Observe(error, started, activity, cancellationToken))
        {
            throw;
        }
        finally
        {
            if (activity is not null)
            {
                Operation.Stop(activity);
            }
        }
    }

    public T Call<T>(Func<T> core)
    {
        var activity = _operation.Start();
        var started = Stopwatch.GetTimestamp();
        try
        {
            var result = core();
            _operation.Exit(started, activity);
            activity = null;
            return result;
        }
        catch (Exception error) when (_operation.Observe(error, started, activity))
        {
            throw;
        }
        finally
        {
            if (activity is not null)
            {
                Operation.Stop(activity);
            }
        }
    }

    public Task CallAsync(Func<Task> core, CancellationToken cancellationToken) =>
        Wrap(core, (task, started, activity) => _operation.Exit(task, started, activity, cancellationToken));

    public Task CallAsync(Func<Task> core) => Wrap(core, (task, started, activity) => _operation.Exit(task, started, activity));

    public Task<T> CallAsync<T>(Func<Task<T>> core) => Wrap(core, (task, started, activity) => _operation.Exit(task, started, activity));

    public Task<T> CallAsync<T>(Func<Task<T>> core, CancellationToken cancellationToken) =>
        Wrap(core, (task, started, activity) => _operation.Exit(task, started, activity, cancellationToken));

    public Task<T> CallAsync<T>(Func<Task<T>> core, CancellationToken first, CancellationToken second) =>
        Wrap(core, (task, started, activity) => _operation.Exit(task, started, activity, first, second));

    public ValueTask CallValueAsync(Func<ValueTask> core) => Wrap(core, (task, started, activity) => _operation.Exit(task, started, activity));

    public ValueTask<T> CallValueAsync<T>(Func<ValueTask<T>> core) => Wrap(core, (task, started, activity) => _operation.Exit(task, started, activity));

    public ValueTask<T> CallValueAsync<T>(Func<ValueTask<T>> core, CancellationToken cancellationToken) =>
        Wrap(core, (task, started, activity) => _operation.Exit(task, started, activity, cancellationToken));

    public IAsyncEnumerable<T> Stream<T>(Func<IAsyncEnumerable<T>> core) => _operation.Exit(core());

    public IAsyncEnumerable<T> Stream<T>(Func<IAsyncEnumerable<T>> core, CancellationToken cancellationToken) => _operation.Exit(core(), cancellationToken);

    public IEnumerable<T> Sequence<T>(Func<IEnumerable<T>> core) => _operation.Exit(core());

    public IEnumerable<T> Sequence<T>(Func<IEnumerable<T>> core, CancellationToken cancellationToken) => _operation.Exit(core(), cancellationToken);

    private T Wrap<T>(Func<T> core, Func<T, long, Activity?, T> exit)
    {
        var activity = _operation.Start();
        var started = Stopwatch.GetTimestamp();
        try
        {
            var result = exit(core(), started, activity);
            activity = null;
            return result;
        }
        catch (Exception error) when (_operation.Observe(error, started, activity))
        {
            throw;
        }
        finally
        {
            if (activity is not null)
            {
                Operation.Stop(activity);
            }
        }
    }
}
