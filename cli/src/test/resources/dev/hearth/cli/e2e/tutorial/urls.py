
from django.contrib.auth.models import User
from django.db import connection
from django.http import HttpResponse


def users(request):
    return HttpResponse(f'{User.objects.count()} users in {connection.vendor}\n', content_type='text/plain')


urlpatterns.append(path('users', users))
